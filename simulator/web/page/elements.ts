/** The elements of index.html. */

type ElementClass<T extends Element> = abstract new () => T;

/**
 * The element with an id.
 *
 * @throws Error if the page has none of this kind: then index.html and the code do not fit together.
 */
export function element<T extends Element>(id: string, kind: ElementClass<T>): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return found;
}

/** A new element with text and classes. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  ...classes: string[]
): HTMLElementTagNameMap[K] {
  const it = document.createElement(tag);
  it.textContent = text;
  it.classList.add(...classes);
  return it;
}
