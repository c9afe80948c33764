import type { WordPackage } from './package.ts';
import type { WordTold } from './told.ts';

/** Tells of what a file carries besides its text: programs, which are never run, and files inside it. */
export function tellPackage(opened: WordPackage, told: WordTold[]): void {
  const names = opened.names.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin')))
    told.push({ what: 'a program (macros), which was not run', where: 'the file' });
  const outside = [...opened.relationships(opened.main).values()].filter(
    (one) => one.external && one.kind !== 'hyperlink',
  );
  for (const { kind, target } of outside) {
    told.push({
      what: `something outside of the file (${kind}), which was not fetched`,
      where: 'the file',
      text: target,
    });
  }
}
