/** Changes to the code that the compiler must refuse: each adds something and leaves out where it has to be answered. */

export interface Mutation {
  /** What is done, as a sentence. */
  name: string;
  file: string;
  /** What stands there, and what is put in its place. It must be found exactly once. */
  from: string;
  to: string;
}

export const mutations: readonly Mutation[] = [
  {
    name: 'a new dialog that the registry does not list',
    file: 'lambda/conversation/model/dialog-state.ts',
    from: '  length: Nothing;',
    to: '  length: Nothing;\n  goodbye: Nothing;',
  },
  {
    name: 'a new event that nothing answers',
    file: 'lambda/conversation/model/event.ts',
    from: '  launch: Nothing;',
    to: '  launch: Nothing;\n  sneeze: Nothing;',
  },
  {
    name: 'an event whose traits are known, but which has no meaning everywhere',
    file: 'lambda/conversation/commands/commands.ts',
    from: "  'rather-not': miss,\n",
    to: '',
  },
  {
    name: 'a new effect that nobody performs',
    file: 'lambda/conversation/model/effect.ts',
    from: "  | { effect: 'save' }",
    to: "  | { effect: 'save' }\n  | { effect: 'ring' }",
  },
  {
    name: 'a dialog left out of the registry',
    file: 'lambda/conversation/dialogs/registry.ts',
    from: "  'take-back': takeBack,\n",
    to: '',
  },
  {
    name: 'a kind of step left out of its registry',
    file: 'lambda/conversation/exercise/steps/registry.ts',
    from: "  'say-back': sayBack,\n",
    to: '',
  },
  {
    name: 'an intent whose meaning does not exist',
    file: 'lambda/alexa/intent-meanings.ts',
    from: "SkipIntent: 'skip'",
    to: "SkipIntent: 'skipp'",
  },
  {
    name: 'a meaning whose event does not exist',
    file: 'lambda/understanding/meanings.ts',
    from: "menu: { type: 'menu' }",
    to: "menu: { type: 'menue' }",
  },
  {
    name: 'a new act that is not rendered',
    file: 'lambda/conversation/model/act.ts',
    from: "  | { do: 'chime' }",
    to: "  | { do: 'chime' }\n  | { do: 'drum' }",
  },
  {
    name: 'a new exercise that the catalogue does not hold',
    file: 'lambda/conversation/model/exercise-id.ts',
    from: "  'weekly',\n",
    to: "  'weekly',\n  'monthly',\n",
  },
  {
    name: 'a dialog whose schema forgets a field of its state',
    file: 'lambda/conversation/dialogs/menu.ts',
    from: "v.object({ id: v.literal('menu'), page: number })",
    to: "v.object({ id: v.literal('menu') })",
  },
];
