import { computed, effect, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

const keep = "chatliaison.theme";
const wish = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(wish.matches);
wish.addEventListener("change", event => (systemDark.value = event.matches));

export const theme = signal<Theme>((localStorage.getItem(keep) as Theme | null) ?? "system");
export const isDark = computed(() => (theme.value === "system" ? systemDark.value : theme.value === "dark"));

effect(() => {
  document.documentElement.dataset["theme"] = isDark.value ? "dark" : "light";
  if (theme.value === "system") localStorage.removeItem(keep);
  else localStorage.setItem(keep, theme.value);
});
