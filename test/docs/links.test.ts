/** Links between the pages lead to files and headings that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from './pages.ts';

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/```.*?```/gs, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

/** What is wrong with a link of a page; undefined if it leads somewhere. */
function fault(page: string, link: string): string | undefined {
  const [file = '', anchor = ''] = link.split('#');
  const target = file === '' ? page : join(dirname(page), file);
  if (!existsSync(target)) return `${link}: no such file`;
  if (anchor === '' || !target.endsWith('.md') || anchorsOf(target).includes(anchor)) return undefined;
  return `${link}: no such heading`;
}

describe('links between the pages', () => {
  it.each(PAGES)('lead to files and headings that exist in %s', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.flatMap((link) => fault(page, link) ?? [])).toEqual([]);
  });

  it('are checked in every page', () => {
    expect(PAGES).toContain('README.md');
    expect(PAGES).toContain(join('docs', 'deploy.md'));
  });
});
