/** The pages of the documentation. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all pages, from the folder of the project. */
export const PAGES = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
);
