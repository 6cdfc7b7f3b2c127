import { SaxesParser } from 'saxes';
import { type Attributes, faultsOfTag, type SsmlFault } from './ssml-tags.ts';

/** What is called for the parts of SSML, in their order, up to the first place where it is not well-formed. */
export interface SsmlVisitor {
  open?(name: string, attributes: Attributes): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Reads SSML strictly. Never throws. Returns what is wrong with it, in the order in which it was found. */
export function walkSsml(ssml: string, { open, text, close }: SsmlVisitor = {}): SsmlFault[] {
  const faults: SsmlFault[] = [];
  const refuse = (sentence: string) => {
    faults.push({ sentence, refused: true });
  };
  const parser = new SaxesParser({ fragment: false });
  let depth = 0;
  let broken = false;
  parser.on('error', (error) => {
    if (!broken) refuse(`The SSML is not well-formed: ${error.message.replace(/\.$/u, '')}.`);
    broken = true;
  });
  parser.on('opentag', (tag) => {
    if (broken) return;
    const { name } = tag;
    if (depth === 0 && name !== 'speak') refuse(`The SSML begins with <${name}> instead of <speak>.`);
    if (depth > 0 && name === 'speak') refuse('The SSML has a <speak> inside <speak>.');
    depth += 1;
    // The parser does not resolve namespaces, so that every attribute is a plain string.
    const attributes = tag.attributes as Attributes;
    faults.push(...faultsOfTag(name, attributes));
    open?.(name, attributes);
  });
  const say = (words: string) => {
    if (!broken) text?.(words);
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', ({ name }) => {
    if (broken) return;
    depth -= 1;
    close?.(name);
  });
  parser.write(ssml).close();
  return faults;
}
