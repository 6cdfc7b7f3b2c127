import { describe, expect, test } from 'vitest';
import { atATerminal } from './at-a-terminal.ts';
import { OPEN } from './front-end.ts';

const LONG =
  'I felt alone on Monday evening, and I would have liked to hear from you before you went to bed at ten';
const CTRL_C = '\u0003';
const UP = '\u001b[A';
const BAR = /^\[[█·]+\] \d:\d\d left/u;

describe.each([60, 80, 120])('a terminal of %i columns', (columns) => {
  test('breaks lines between words, and shows pasted lines one by one, each before its reply', async () => {
    const terminal = atATerminal(columns);
    await terminal.type(`${OPEN}\r${LONG}\r?\r`);
    const rows = terminal.rows();
    expect(rows.slice(0, 2)).toEqual([`You: ${OPEN}`, 'Alexa: Welcome. Ready?']);
    expect(rows.every((row) => row.length <= Math.min(columns, 100))).toBe(true);
    expect(wordsOf(rows)).toContain(wordsOf([`You: ${LONG}`, '(not in the model: FallbackIntent)']));
    expect(wordsOf(rows)).toContain('Alexa: Take your time. Ready? You: ? (Say "alexa, start our check-in";');
    expect(rows.at(-1)).toBe('You:');
    await terminal.type(CTRL_C);
    await terminal.ended;
  });

  test('long typing in a quiet leaves one bar, and a skipped quiet one line', async () => {
    const terminal = atATerminal(columns);
    await terminal.type(`${OPEN}\ryes\r`);
    for (const word of LONG.split(' ')) await terminal.type(`${word} `);
    await terminal.pass(8);
    expect(barsIn(terminal.rows())).toBe(1);
    expect(wordsOf(terminal.rows())).toContain('ten');
    await terminal.type('\r');
    expect(barsIn(terminal.rows())).toBe(1);
    expect(wordsOf(terminal.rows())).toContain(`You: ${LONG} (the microphone is closed: only you two heard`);
    await terminal.type('\r');
    expect(terminal.rows().slice(-3)).toEqual([
      '(quiet for 1:00, skipped after 0:08)',
      'Alexa: ♪ Finished?',
      'You:',
    ]);
    expect(barsIn(terminal.rows())).toBe(0);
    await terminal.type(CTRL_C);
    await terminal.ended;
  });

  test('another width in the middle of a quiet leaves one bar, with what was typed', async () => {
    const terminal = atATerminal(columns);
    await terminal.type(`${OPEN}\ryes\r`);
    await terminal.type(LONG.slice(0, 40));
    terminal.resize(columns + 30);
    await terminal.pass(5);
    await terminal.type('\r');
    await terminal.type('\r');
    expect(barsIn(terminal.rows())).toBe(0);
    expect(terminal.rows()).toContain(`You: ${LONG.slice(0, 40)}`);
    await terminal.type(CTRL_C);
    await terminal.ended;
  });
});

test('the arrow key recalls a line in a quiet too', async () => {
  const terminal = atATerminal(80);
  await terminal.type(`${OPEN}\ryes\r`);
  await terminal.type('alexa, next');
  await terminal.type('\r');
  await terminal.type('yes\r');
  await terminal.type(UP);
  await terminal.type(UP);
  expect(terminal.rows().at(-1)).toMatch(/left {2}alexa, next$/u);
  await terminal.type('\r');
  expect(terminal.rows().filter((row) => row === 'You: alexa, next')).toHaveLength(2);
  await terminal.type(CTRL_C);
  await terminal.ended;
});

test('commands confirm, and the prompt shows who speaks where', async () => {
  const terminal = atATerminal(80);
  await terminal.type(`${OPEN}\r(as Ana)\r(on bedroom)\r`);
  expect(terminal.rows().at(-1)).toBe('You (Ana, bedroom):');
  await terminal.type('(on kitchen)\r(as nobody)\r(wait 2s)\r(fault sound 2)\r');
  expect(terminal.rows()).toEqual(
    expect.arrayContaining([
      '(the voice of Ana is recognised from here on)',
      '(you are at bedroom, where no session is open)',
      '(you are at kitchen: its session goes on)',
      '(no voice is recognised from here on)',
      '(it is now Sunday, November 22 at 7:00 PM)',
      '(this fails the next 2 times: sound)',
    ]),
  );
  expect(terminal.rows().at(-1)).toBe('You:');
  await terminal.type(CTRL_C);
  await terminal.ended;
});

test('help, exit and a forgotten name get a hint if nobody listens', async () => {
  const terminal = atATerminal(120);
  await terminal.type('help\rexit\rstart our check-in\r');
  const rows = terminal.rows();
  expect(rows).toContain('(ctrl-c or ctrl-d leaves.)');
  expect(rows).toContain('(If that was for Alexa, begin with her name: "alexa, start our check-in".)');
  expect(wordsOf(rows)).toContain('docs/simulator.md explains them all');
  await terminal.type(CTRL_C);
  await terminal.ended;
});

test.each([
  [true, 1],
  [false, 0],
])('if the data are kept (%j), leaving says that the place is', async (keeps, times) => {
  const terminal = atATerminal(120, { keeps });
  await terminal.type(`${OPEN}\r`);
  await terminal.type(CTRL_C);
  await terminal.ended;
  const kept = terminal.rows().filter((row) => row.startsWith('Your place is kept'));
  expect(kept).toHaveLength(times);
});

const wordsOf = (rows: readonly string[]): string => rows.join(' ').replace(/\s+/gu, ' ');
const barsIn = (rows: readonly string[]): number => rows.filter((row) => BAR.test(row)).length;
