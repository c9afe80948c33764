import type { ElementContent } from 'hast';
import type { Pack, RenderedFile } from '../../model/pack.ts';
import { changeName, documentName, shortName } from '../document-name.ts';
import { fileStems } from '../file-stems.ts';
import { documentPage, type Sibling } from './document-page.ts';
import { indexPage } from './index-page.ts';
import { page } from './page.ts';

/**
 * One page for each document (`D.html`) and `index.html`. Each file stands alone: no script, and nothing is fetched.
 *
 * A page can be read back. In `article#text`, elements with `data-block` are the blocks of the redline, with its type;
 * those of the types heading, paragraph, cell, code, html, front-matter and link-definition hold words. To have the
 * words of the text after: leave out every element with `data-told` and every `del`; and every such block whose
 * `data-status` is `deleted` or `moved-from` does not exist. For the text before leave out `ins`, and the blocks that
 * are `inserted` or `moved-to`. An element with `data-text` reads as that attribute, any other `br` as a line feed.
 * A block that is inserted or deleted but holds words outside `ins` and `del` shows that only its boundary is new or
 * gone. Line endings read as line feeds.
 */
export function renderHtml(pack: Pack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  const siblings: readonly Sibling[] = pack.documents.map((document, index) => ({
    document,
    path: `${stems[index]}.html`,
  }));
  const subject = pack.change ? `${changeName(pack.change)} ${pack.change.title}` : 'Redlines';
  const name = pack.change ? changeName(pack.change) : 'Redline';
  return [
    file('index.html', subject, subject, pack, indexPage(pack, siblings)),
    ...siblings.map(({ document, path }) => {
      const foot = `${name} · ${shortName(document)} · text before ${document.redline.before.sha256.slice(0, 12)}`;
      const title = `${documentName(document)} · ${pack.change ? name : 'redline'}`;
      return file(path, title, foot, pack, documentPage(pack, document, siblings));
    }),
  ];
}

function file(path: string, title: string, foot: string, pack: Pack, content: ElementContent[]): RenderedFile {
  return { path, content: page({ title, generator: `${pack.tool.name} ${pack.tool.version}`, foot, content }) };
}
