/** The intent that Alexa would send for an utterance, as the simulator understands it. */
import type { Intent } from 'ask-sdk-model';
import type { Understood } from '../../simulator/understanding/understand.ts';

export function asIntent({ intent, slots }: Understood): Intent {
  return {
    name: intent,
    confirmationStatus: 'NONE',
    slots: Object.fromEntries(
      Object.entries(slots).map(([name, { value, resolved }]) => [
        name,
        {
          name,
          value,
          confirmationStatus: 'NONE' as const,
          ...(resolved
            ? {
                resolutions: {
                  resolutionsPerAuthority: [
                    {
                      authority: 'test',
                      status: { code: 'ER_SUCCESS_MATCH' as const },
                      values: [{ value: { id: resolved.id, name: resolved.name } }],
                    },
                  ],
                },
              }
            : {}),
        },
      ]),
    ),
  };
}
