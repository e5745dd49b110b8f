// How Teams wants its cards to look: given to Microsoft's renderer, which does the rest.
const colors = (dark: boolean) => {
  const of = (light: string, night: string, subtle = light, subtleNight = night) => ({ default: dark ? night : light, subtle: dark ? subtleNight : subtle });
  return {
    default: of("#242424", "#ffffff", "#616161", "#adadad"),
    dark: of("#242424", "#ffffff"), light: of("#616161", "#d6d6d6"), accent: of("#4f52b2", "#9299f7"),
    good: of("#107c10", "#54b054"), warning: of("#8f4e00", "#fde300"), attention: of("#b10e1c", "#f1707b"),
  };
};

const container = (light: string, night: string, dark: boolean) => ({ backgroundColor: dark ? night : light, foregroundColors: colors(dark) });

export const hostConfig = (dark: boolean) => ({
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 14 },
  separator: { lineThickness: 1, lineColor: dark ? "#3d3d3d" : "#e1e1e1" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("#ffffff", "#292929", dark), emphasis: container("#f5f5f5", "#1f1f1f", dark), accent: container("#ebebfa", "#2f2f4a", dark),
    good: container("#e7f2da", "#1b2e1b", dark), warning: container("#fbf6d9", "#463100", dark), attention: container("#fcf4f6", "#3e1f25", dark),
  },
  inputs: {
    label: { inputSpacing: "small", requiredInputs: { weight: "Bolder", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "Bolder" } },
    errorMessage: { color: "attention", size: "small", spacing: "small" },
  },
  actions: {
    maxActions: 6, spacing: "medium", buttonSpacing: 8, showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal", actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
  textStyles: { heading: { size: "medium", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  textBlock: { headingLevel: 3 },
  table: { cellSpacing: 6 },
});
