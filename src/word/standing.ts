import type { WordStanding } from './word-document.ts';

/** How a paragraph stands, without what it says. */
export function standingOf(standing: WordStanding): WordStanding {
  const { style, outlineLevel, bullet, indent, align, spaceBefore, contextualSpacing } = standing;
  return {
    style,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(bullet === undefined ? {} : { bullet }),
    ...(indent === undefined ? {} : { indent }),
    ...(align === undefined ? {} : { align }),
    ...(spaceBefore === undefined ? {} : { spaceBefore }),
    ...(contextualSpacing === undefined ? {} : { contextualSpacing }),
  };
}
