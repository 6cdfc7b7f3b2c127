/** Colours as APL writes them: "#RRGGBB" or "#RRGGBBAA". */

/** The colour that is seen if one lies over another that is opaque. @param opacity of all that is drawn with it */
export function over(color: string, behind: string, opacity = 1): string {
  const alpha = (color.length > 7 ? Number.parseInt(color.slice(7), 16) / 255 : 1) * opacity;
  const under = channels(behind);
  const mixed = channels(color).map((value, index) => alpha * value + (1 - alpha) * (under[index] ?? 0));
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast of two opaque colours, from 1 to 21. Source: WCAG 2.1, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
