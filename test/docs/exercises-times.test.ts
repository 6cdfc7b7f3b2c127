import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exercises } from '../../lambda/conversation/exercise/catalogue/catalogue.ts';
import type { ExerciseId } from '../../lambda/conversation/model/exercise-id.ts';
import type { Minutes } from '../../lambda/conversation/model/household.ts';
import { quietOf } from '../../lambda/conversation/model/step.ts';

const page = readFileSync(new URL('../../docs/exercises.md', import.meta.url), 'utf8');

/** The heading of each exercise on the page. */
const HEADINGS: Readonly<Record<ExerciseId, string>> = {
  'check-in': 'A check-in',
  listening: 'Listening',
  validation: 'Room for feelings',
  questions: 'A question',
  openness: 'Sharing something small',
  together: 'Time together',
  appreciation: 'Appreciation',
  'good-news': 'Good news',
  weekly: 'The weekly',
  'self-check': 'A self-check',
  'small-thing': 'One small thing between us',
  play: 'Play',
};

const every = (Object.keys(HEADINGS) as ExerciseId[]).flatMap((exercise) =>
  exercises[exercise].lengths.map((minutes) => [exercise, minutes] as const),
);

it.each(every)('docs/exercises.md has the times of %s in %i minutes, and no others', (exercise, minutes) => {
  expect(timesOnThePage(exercise, minutes)).toEqual(timesOf(exercise, minutes));
});

/** The seconds of quiet of all steps, each once. */
function timesOf(exercise: ExerciseId, minutes: Minutes): number[] {
  const seconds = exercises[exercise].steps({ minutes, first: 'a' }).flatMap((step) => {
    if (step.kind === 'guess') return [step.think, step.seconds].filter((quiet) => quiet > 0);
    const quiet = step.kind === 'did-they-get-it' ? step.fix : quietOf(step);
    return quiet === 0 ? [] : [quiet];
  });
  return sorted(seconds);
}

/** The times in the column of a length, in the first table below the heading. */
function timesOnThePage(exercise: ExerciseId, minutes: Minutes): number[] {
  const section = page.split(/^#{2,3} /mu).find((one) => one.startsWith(`${HEADINGS[exercise]}\n`)) ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows[0]?.indexOf(`${minutes} min`) ?? -1;
  expect(column, `a column "${minutes} min" below "${HEADINGS[exercise]}"`).toBeGreaterThan(0);
  return sorted(rows.slice(2).flatMap((cells) => secondsIn(cells[column] ?? '')));
}

/** "1:30" in seconds; nothing if it is no time. */
function secondsIn(cell: string): number[] {
  const found = /^(\d+):(\d\d)$/u.exec(cell);
  return found === null ? [] : [60 * Number(found[1]) + Number(found[2])];
}

const sorted = (seconds: readonly number[]): number[] => [...new Set(seconds)].sort((one, two) => one - two);
