import type { Document, Provision } from '../model/document.ts';

/** A provision and the provisions it stands in, outermost first. */
export interface Visit {
  readonly provision: Provision;
  readonly parents: readonly Provision[];
}

/** Every provision of a document, in reading order, each with the provisions it stands in. */
export function* walk(document: Document): Generator<Visit> {
  yield* visitAll(document.children, []);
}

/** The provisions under one provision, itself left out, in reading order. */
export function* descendants(provision: Provision): Generator<Provision> {
  for (const child of provision.children) {
    yield child;
    yield* descendants(child);
  }
}

function* visitAll(provisions: readonly Provision[], parents: readonly Provision[]): Generator<Visit> {
  for (const provision of provisions) {
    yield { provision, parents };
    if (provision.children.length > 0) yield* visitAll(provision.children, [...parents, provision]);
  }
}
