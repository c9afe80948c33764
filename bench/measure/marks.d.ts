import type { Nodes } from 'mdast';
import type { Span } from '../../src/model/redline.ts';

export function wordsMarked(spans: readonly Span[]): number;
export function islands(spans: readonly Span[]): number;
export function brokenConstructs(spans: readonly Span[], side: 'before' | 'after', tree: Nodes): number;
