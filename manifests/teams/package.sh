#!/bin/sh
# Makes the app package that is uploaded to Teams: the manifest for your bot and address, and the icons.
# Usage: package.sh APP_ID PUBLIC_URL [OUTPUT.zip]        Needs zip or python3.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
app_id=${1:?"APP_ID is missing: the bot's Entra application id, a GUID"}
public_url=${2:?"PUBLIC_URL is missing: the https address that Teams reaches the server at"}
output=${3:-"$PWD/chatliaison-teams.zip"}
case $output in /*) ;; *) output=$PWD/$output ;; esac

if ! printf '%s' "$app_id" | grep -Eq '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'; then
    echo "APP_ID must be a GUID, not: $app_id" >&2; exit 2
fi
if ! printf '%s' "$public_url" | grep -Eq '^https://[A-Za-z0-9.-]+(:[0-9]+)?/?$'; then
    echo "PUBLIC_URL must be https:// and a host, such as https://desk.example.com, not: $public_url" >&2; exit 2
fi
host=${public_url#https://}
host=${host%/}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -e "s/00000000-0000-0000-0000-000000000000/$app_id/g" -e "s/chatliaison\.example\.com/$host/g" "$here/manifest.json" >"$folder/manifest.json"
cp "$here/color.png" "$here/outline.png" "$folder/"
rm -f "$output"
cd "$folder"
if command -v zip >/dev/null 2>&1; then
    zip -q -X "$output" manifest.json color.png outline.png
elif command -v python3 >/dev/null 2>&1; then
    python3 -m zipfile -c "$output" manifest.json color.png outline.png
else
    echo "Neither zip nor python3 is installed; install one of them and try again." >&2; exit 1
fi
echo "Wrote $output. Upload it in Teams: Apps, Manage your apps, Upload an app."
