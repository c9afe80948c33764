import type { ElementContent } from 'hast';
import type { OptionsPack, RenderedFile } from '../../model/pack.ts';
import { documentName, shortName } from '../document-name.ts';
import { fileStems } from '../file-stems.ts';
import { optionsIndex } from './options-index.ts';
import { optionsPage } from './options-page.ts';
import type { Place } from './options-site.ts';
import { page } from './page.ts';

/**
 * The pages that show the options of a change side by side: `index.html`, and one page for each document (`D.html`).
 *
 * A page can be read back as `renderHtml` says of its pages, for each option by itself: leave out every element whose
 * `data-option` is another letter.
 */
export function renderOptions(pack: OptionsPack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  const places: readonly Place[] = pack.documents.map((document, index) => ({
    document,
    path: `${stems[index]}.html`,
  }));
  const subject = `${pack.change.name} ${pack.change.title}`;
  return [
    file('index.html', `${subject} · options`, subject, pack, optionsIndex(pack, places)),
    ...places.flatMap(({ document, path }) => {
      const [first] = document.options;
      if (!first) return [];
      const title = `${documentName(first.document)} · ${pack.change.name}, all options`;
      const foot = `${pack.change.name}, all options · ${shortName(first.document)} · text before ${first.document.redline.before.sha256.slice(0, 12)}`;
      return [file(path, title, foot, pack, optionsPage(pack, document, places))];
    }),
  ];
}

function file(path: string, title: string, foot: string, pack: OptionsPack, content: ElementContent[]): RenderedFile {
  return { path, content: page({ title, generator: `${pack.tool.name} ${pack.tool.version}`, foot, content }) };
}
