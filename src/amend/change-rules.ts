import type { ChangeRule } from './change-rule.ts';
import { countElsewhere } from './count-elsewhere.ts';
import { neighbourAltered } from './neighbour-altered.ts';
import { numberLeftBehind } from './number-left-behind.ts';
import { rangeAltered } from './range-altered.ts';
import { referenceStrayed } from './reference-strayed.ts';

/** Every rule that holds the text after a change against the text before, by name. */
export const changeRules: readonly ChangeRule[] = [
  countElsewhere,
  neighbourAltered,
  numberLeftBehind,
  rangeAltered,
  referenceStrayed,
];
