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
