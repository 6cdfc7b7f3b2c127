/**
 * The kind of a question, by its id: whose turn it is and which round or exercise make no difference to what words mean.
 * `check-in/talk.a` is `talk`, `questions/question.2.b.ready` is `ready`.
 */
export function kindOf(id: string): string {
  const own = id.slice(id.lastIndexOf('/') + 1);
  if (own.endsWith('.ready')) return 'ready';
  if (id.includes('/') && own.endsWith('.confirm')) return 'confirm';
  // Whether to save something is one kind of question, whatever it is.
  if (own.endsWith('.confirm')) return 'adding.confirm';
  return own.replace(/(?:\.\d+)?(?:\.[ab])?$/u, '');
}

/** Kinds that have no examples of their own, by a kind with examples whose question is answered in the same words. */
const LIKE: readonly { kinds: RegExp; like: string }[] = [
  { kinds: /^confirm$/u, like: 'adding.confirm' },
  { kinds: /^adding\.text$/u, like: 'appreciate' },
  { kinds: /^get-/u, like: 'get-it' },
  { kinds: /^wish$/u, like: 'talk' },
  { kinds: /^(?:together|went-well)$/u, like: 'paused' },
  { kinds: /^agree$/u, like: 'welcome' },
  { kinds: /^deepest$/u, like: 'another' },
  { kinds: /^(?:direction|hard-moment\.choices)$/u, like: 'menu' },
  { kinds: /^(?:elsewhere|hard-moment\.on)$/u, like: 'carry-on' },
  { kinds: /^hard-moment\.instead$/u, like: 'start-over' },
  { kinds: /^short-one$/u, like: 'fresh' },
  { kinds: /^(?:forget\.(?:person|words)|parting)$/u, like: 'forget.us' },
  { kinds: /^remind\.(?:again|day|time)$/u, like: 'remind.when' },
  { kinds: /^voice$/u, like: 'consent' },
  {
    kinds: /^(?:recap|recap\.(?:none|offer)|remind\.permission|path\.(?:offer|week)|send|try)$/u,
    like: 'recap.ask',
  },
];

/**
 * The kind whose examples tell what words mean at a question: its own, or one that is answered in the same words. Questions
 * that take a yes, a no or a name ("Do you mean what Ana said?") are like no other, and have none.
 */
export function learnedAs(kind: string): string {
  return LIKE.find(({ kinds }) => kinds.test(kind))?.like ?? kind;
}
