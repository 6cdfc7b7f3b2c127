/**
 * What each measure to make the asset lighter gained, for docs/performance.md. It was measured when it was taken, and cannot be
 * measured again without the code before it.
 *
 * @param packed kilobytes of the packed content
 */
export const gained = (
  packed: number,
): string => `Measured when each was taken, on Node.js 24.21.0, with other work on the machine: so it is the CPU time of load and first
launch, as a ratio to the hello with client-dynamodb in the same run. Every line includes those above it.

| | KB of code | CPU, ratio | tests |
|---|---|---|---|
| before | 645 | 2.55 | |
| no i18next; patterns of Unicode only for words that are not ASCII; lists, dates and other locales only when needed; classes of phrases parsed once | 596 | 1.87 | \`test/speech/texts.test.ts\`, \`test/understanding\` |
| a [client of five operations](decisions/0029-a-client-of-five-operations.md) instead of \`@aws-sdk/client-dynamodb\` | 425 | 1.47 | \`test/household/dynamo-client.test.ts\` |
| two clients instead of \`ask-sdk-model\`; of \`ask-sdk-core\` only what is used; a log of our own; no master list of lines at run time | 311 | 1.31 | \`test/alexa/service-clients.test.ts\`, \`test/infra/bundle.test.ts\` |
| what reads words unpacked from a file of its own when there are words; large schemas made when first used; other locales packed | 307 | 0.84 | \`test/interaction-models/costs/costs.test.ts\` |

The last line moved work from the launch, for which Lambda starts the function, to the first answer in words. The packed
content beside the code is ${packed.toFixed(0)} KB. It is compressed in blocks of 64 KB, and what is unlike the part before it
begins a block, which makes it 2 % smaller and takes 0.4 ms more to unpack, once.
`;
