#!/bin/sh
# Makes the app package that is uploaded to Teams: the manifest for your bot and address, and the icons.
# Usage: package.sh APP_ID PUBLIC_URL [OUTPUT.zip]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
app_id=${1:?"APP_ID is missing: the bot's Entra application id, a GUID"}
public_url=${2:?"PUBLIC_URL is missing: the https address that Teams reaches the server at"}
output=${3:-"$PWD/chatliaison-teams.zip"}

case $app_id in
    ????????-????-????-????-????????????) ;;
    *) echo "APP_ID must be a GUID, not: $app_id" >&2; exit 2 ;;
esac
case $public_url in
    https://?*) ;;
    *) echo "PUBLIC_URL must start with https://, not: $public_url" >&2; exit 2 ;;
esac

python3 - "$here" "$app_id" "$public_url" "$output" <<'PACK'
import sys, zipfile
from pathlib import Path
from urllib.parse import urlsplit

here, app_id, public_url, output = Path(sys.argv[1]), sys.argv[2], urlsplit(sys.argv[3]), sys.argv[4]
manifest = (here / "manifest.json").read_text(encoding="utf-8")
manifest = manifest.replace("00000000-0000-0000-0000-000000000000", app_id).replace("chatliaison.example.com", public_url.netloc)
with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
    package.writestr("manifest.json", manifest)
    for icon in ("color.png", "outline.png"):
        package.write(here / icon, icon)
PACK
echo "Wrote $output. Upload it in Teams: Apps, Manage your apps, Upload an app."
