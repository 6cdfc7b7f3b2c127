export const DEPLOY_HELP = `Puts Our Check-In on the Echo devices of your own Amazon account.

  npm run deploy
  npm run deploy -- -c region=eu-west-1 -c alarmEmail=you@example.org

It creates the skill if there is none, deploys what answers it to AWS, hands Alexa the package with its models, waits for
them to be built, and enables the skill for you. Run it again after a change: what is in place is kept. It needs a login
to AWS, and one to Alexa (\`npm run ask -- configure\`). docs/deploy.md says how to get both.

Options
  -c NAME=VALUE        a setting of the stack, as often as needed: skillId (SKILL_ID), region, alarmEmail,
                       logRetentionDays, reservedConcurrency, table, tableKey (docs/deploy.md)
  --privacy URL        where your privacy policy can be read  (SKILL_PRIVACY_URL)
  --terms URL          where your terms of use can be read    (SKILL_TERMS_URL)
                       without them examples stand there: enough for your own devices, not for publishing
  --ask-profile NAME   the profile of the ASK CLI             (ASK_DEFAULT_PROFILE)
  --new-skill          creates a skill although there is one: Alexa then takes every couple for new
  -y, --yes            asks nothing, not even whether new rights in AWS are all right
  -h, --help           this page

Without a browser or a terminal, as in CI: --yes, keys for AWS in the environment, and for Alexa ASK_REFRESH_TOKEN and
ASK_VENDOR_ID.
`;

export const DESTROY_HELP = `Deletes from AWS what \`npm run deploy\` made there, but for what households keep.

  npm run destroy
  npm run destroy -- -c region=eu-west-1

It asks first. The table of the households, its key and its backups stay, and so does the skill at Alexa, which then
answers nobody. docs/operations.md says how to delete those, and how to use the table again.

Options
  -c region=REGION     where it is deployed
  -y, --yes            does not ask
  -h, --help           this page
`;
