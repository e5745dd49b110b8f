// Our own small set of line drawings, 20 × 20.
const drawings = {
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13M3 12.5h13",
  shared: "M8 3 6.5 17M13.5 3l-.6 5M3.5 7.5h13M3 12.5h6M12 15.5h5m0 0-2-2m2 2-2 2",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  chat: "M3.5 4h13v9.5h-7L6 17v-3.5H3.5z",
  people: "M7 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5zM13.5 9.5a2 2 0 1 0 0-4M13.8 11.7c2.2 0 3.7 1.4 3.7 3.8h-3",
  home: "m3 9.5 7-6 7 6M5 8.5V16h3.5v-4h3v4H15V8.5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  plus: "M10 4v12M4 10h12",
  send: "M3.5 10 17 4l-4 13-3-5.5z M10 11.5 17 4",
  close: "m5 5 10 10M15 5 5 15",
  down: "m5 8 5 5 5-5",
  back: "M12 4.5 6.5 10l5.5 5.5",
  list: "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
  file: "M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15",
  clip: "M14.5 9.5 9 15a3 3 0 0 1-4.300-4.300L11 4.5a2 2 0 0 1 2.900 2.900L8 13.300a1 1 0 0 1-1.400-1.400L11.5 7",
  bolt: "M11 2.5 4.5 11.5H10L9 17.5l6.5-9H10z",
  reply: "M8 5 3.5 9.5 8 14M3.5 9.5H11c3.5 0 5.5 2 5.5 5.5",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.5 8.5h.01M12.5 8.5h.01M7 12c1.5 2 4.5 2 6 0",
  pencil: "m4 16 .8-3.5L13 4.300l2.700 2.700-8.200 8.200z",
  bin: "M4.5 6h11M8 6V4h4v2M6 6l.7 10.5h6.600L14 6",
  play: "M6 4v12l10-6z",
  stop: "M5.5 5.5h9v9h-9z",
  mirror: "M7 4 3 8l4 4M3 8h9M13 8l4 4-4 4M17 12H8",
  trouble: "M10 3.5 17.5 16.5h-15zM10 8v4M10 14.200h.01",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.300 4.300l1 1M14.700 14.700l1 1M15.700 4.300l-1 1M5.300 14.700l-1 1",
  moon: "M16 12.5A7 7 0 0 1 7.5 4a7 7 0 1 0 8.5 8.5z",
  again: "M15.5 10a5.5 5.5 0 1 1-1.700-4M14.5 2.5V6H11",
  flag: "M5 17V3.5h9.5L12.5 7l2 3.5H5",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  search: "M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.700 12.700 16.5 16.5",
  bell: "M5 13.5h10l-1.5-2V8.5a3.5 3.5 0 0 0-7 0v3zM8.5 15.5a1.5 1.5 0 0 0 3 0",
} as const;

export type IconName = keyof typeof drawings;

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width={name === "more" ? 2.4 : 1.5}
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d={drawings[name]} /></svg>
);
