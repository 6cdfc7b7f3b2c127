/**
 * The import rules (docs/architecture.md): arrows point inward, so that the conversation can be
 * read, tested and reused without knowing what a speaker, a cloud or a database is.
 */
const within = (folder) => `^lambda/${folder}/`;

/** The folders of the simulator in their order: each may import those before it, and none after it. */
const SIMULATOR = ['clock', 'understanding', 'database', 'cloud', 'response', 'device', 'web', 'terminal'];
const simulator = (folders) => `^simulator/(${folders.join('|')})/`;

const simulatorFoldersInOrder = SIMULATOR.slice(0, -1).map((folder, index) => ({
  name: `simulator-${folder}-imports-no-later-folder`,
  comment: `The folders of the simulator are in an order: ${SIMULATOR.join(', ')}. None imports one after it.`,
  severity: 'error',
  from: { path: simulator([folder]) },
  to: { path: simulator(SIMULATOR.slice(index + 1)) },
}));

/** The folders of the conversation in their order, likewise. What is beside them comes last. */
const CONVERSATION = [
  ['model', 'model/'],
  ['choosing', 'exercise/choosing/'],
  ['catalogue', 'exercise/catalogue/'],
  ['steps', 'exercise/steps/'],
  ['exercise', 'exercise/[^/]+$'],
  ['dialogs', 'dialogs/'],
  ['commands', 'commands/'],
  ['respond', '[^/]+$'],
];
const conversation = (folders) => `^lambda/conversation/(${folders.map(([, path]) => path).join('|')})`;

const conversationFoldersInOrder = CONVERSATION.slice(0, -1).map((folder, index) => ({
  name: `conversation-${folder[0]}-imports-no-later-folder`,
  comment: `The folders of the conversation are in an order: ${CONVERSATION.map(([name]) => name).join(', ')}.`,
  severity: 'error',
  from: { path: conversation([folder]) },
  to: { path: conversation(CONVERSATION.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: 'conversation-is-pure',
      comment:
        'The conversation core imports only itself, and valibot, which is pure too (docs/decisions/0007): no SDK, no clock, no chance, no wording, no I/O.',
      severity: 'error',
      from: { path: within('conversation') },
      to: { pathNot: [within('conversation'), 'node_modules/valibot/'] },
    },
    {
      name: 'conversation-folders-are-listed',
      comment: 'A new folder of the conversation needs its place in the order above.',
      severity: 'error',
      from: { path: within('conversation'), pathNot: conversation(CONVERSATION) },
      to: {},
    },
    ...conversationFoldersInOrder,
    {
      name: 'content-is-data',
      comment:
        'Wording knows the names of the lines to be spoken, and nothing else; in the asset it is read and unpacked.',
      severity: 'error',
      from: { path: within('content') },
      to: { pathNot: [within('content'), within('conversation'), '^(?:node:)?(?:fs|zlib)$'] },
    },
    {
      name: 'understanding-reads-words',
      comment:
        'From words to an event: it knows the phrases and the events, and nothing of Alexa, sound or storage.',
      severity: 'error',
      from: { path: within('understanding') },
      to: { pathNot: [within('understanding'), within('content'), within('conversation')] },
    },
    {
      name: 'speech-and-household-do-not-know-alexa',
      comment:
        'speech/ turns acts into sound and household/ keeps things; neither knows the other or the SDK of Alexa.',
      severity: 'error',
      from: { path: [within('speech'), within('household')] },
      to: { path: [within('alexa'), within('understanding'), 'node_modules/ask-sdk', '^lambda/index'] },
    },
    {
      name: 'speech-does-not-store',
      severity: 'error',
      from: { path: within('speech') },
      to: { path: [within('household'), 'node_modules/@aws-sdk'] },
    },
    {
      name: 'household-does-not-speak',
      severity: 'error',
      from: { path: within('household') },
      to: { path: [within('speech'), within('content')] },
    },
    {
      name: 'only-alexa-knows-ask-sdk',
      comment: 'lambda/alexa is the one folder that knows the types of the Alexa SDK.',
      severity: 'error',
      from: { path: '^lambda/', pathNot: [within('alexa'), '^lambda/index'] },
      to: { path: 'node_modules/ask-sdk' },
    },
    {
      name: 'simulator-knows-only-the-handler',
      comment:
        'The simulated Echo is given a handler and an interaction model; it imports no module of the skill.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(lambda|infra)/' },
    },
    {
      name: 'simulator-root-imports-no-folder',
      comment:
        'The files beside the folders of the simulator are for all of them. Only main.ts starts the terminal.',
      severity: 'error',
      from: { path: '^simulator/[^/]+$', pathNot: '^simulator/main\\.ts$' },
      to: { path: '^simulator/[^/]+/' },
    },
    {
      name: 'simulator-folders-are-listed',
      comment: 'A new folder of the simulator needs its place in the order above.',
      severity: 'error',
      from: { path: '^simulator/[^/]+/', pathNot: simulator(SIMULATOR) },
      to: {},
    },
    {
      name: 'nothing-imports-the-start-of-the-simulator',
      comment: 'simulator/main.ts runs when it is imported.',
      severity: 'error',
      from: {},
      to: { path: '^simulator/main\\.ts$' },
    },
    ...simulatorFoldersInOrder,
    {
      name: 'interaction-models-stand-alone',
      comment:
        'The interaction models and their linter import nothing of the skill, and nothing that uses them. Only what makes the model of en-US knows the form of the phrases, how slots of carriers are named, and what each intent means.',
      severity: 'error',
      from: { path: '^interaction-models/', pathNot: '^interaction-models/costs/' },
      to: {
        path: '^(simulator|lambda|infra|test|bench)/',
        pathNot: '^lambda/(understanding/(template|carriers)|alexa/intent-meanings)\\.ts$',
      },
    },
    {
      name: 'costs-are-learned-with-the-reading-of-the-skill',
      comment:
        'What words say about meanings is learned from examples with the same reading that the skill uses, and nothing else of it.',
      severity: 'error',
      from: { path: '^interaction-models/costs/' },
      to: {
        path: '^(simulator|lambda|infra|test|bench)/',
        pathNot: '^lambda/(understanding|content|conversation/model)/',
      },
    },
    {
      name: 'interaction-models-do-not-know-their-linter',
      comment: 'The linter imports the models; the models do not import the linter.',
      severity: 'error',
      from: { path: '^interaction-models/[^/]+$' },
      to: { path: '^interaction-models/linter/' },
    },
    {
      name: 'infra-does-not-import-the-skill',
      comment:
        'What is deployed is bundled from its entry, never loaded by what deploys it. The package checks the models it holds.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(lambda|simulator|test|bench)/' },
    },
    {
      name: 'only-infra-knows-the-cdk',
      severity: 'error',
      from: { pathNot: '^(test/)?infra/' },
      to: { path: 'node_modules/(aws-cdk|constructs|cdk-nag)' },
    },
    {
      name: 'only-what-bundles-knows-esbuild',
      comment: 'The asset is bundled by infra/, the page of the simulator by simulator/web/.',
      severity: 'error',
      from: { pathNot: '^(infra|simulator/web|test/(infra|screens))/' },
      to: { path: 'node_modules/esbuild' },
    },
    {
      name: 'the-page-runs-in-a-browser',
      comment: 'What runs in the browser imports nothing else of the simulator, and nothing of Node.js.',
      severity: 'error',
      from: { path: '^simulator/web/page/' },
      to: { pathNot: '^simulator/web/page/' },
    },
    {
      name: 'the-skill-ships-alone',
      comment: 'What runs on Lambda imports nothing from the folders that do not.',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { path: '^(simulator|test|infra|bench|interaction-models|command-line)/' },
    },
    {
      name: 'command-line-stands-alone',
      comment: 'How scripts read options and report errors: it knows none of them.',
      severity: 'error',
      from: { path: '^command-line/' },
      to: { path: '^(lambda|simulator|test|infra|bench|interaction-models)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.cjs'],
    },
  },
};
