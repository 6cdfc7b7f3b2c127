export const DEPLOY_HELP = `Puts Our Check-In on the Echo devices of your own Amazon account.

  npm run deploy
  npm run deploy -- -c region=eu-west-1 -c alarmEmail=you@example.org

It creates the skill if there is none, deploys its back end to AWS, uploads the package with the interaction models to
Alexa, waits until they are built, and enables the skill for you. Run it again after a change: what is in place is kept.
It needs a login to AWS, and one to Alexa (\`npm run ask -- configure\`). docs/deploy.md says how to get both.

Options
  -c NAME=VALUE        a setting of the stack; can be repeated: skillId (SKILL_ID), region, alarmEmail,
                       logRetentionDays, reservedConcurrency, quietHours, ignoreAlarms, table, tableKey (docs/deploy.md)
  --privacy URL        the address of your privacy policy     (SKILL_PRIVACY_URL)
  --terms URL          the address of your terms of use       (SKILL_TERMS_URL)
                       without these two, those of the last deployment are used, or else examples: enough for your own
                       devices, not for publishing
  --ask-profile NAME   the profile of the ASK CLI             (ASK_DEFAULT_PROFILE)
  --new-skill          creates another skill even if there is one: for Alexa, every couple is then new
  --new-place          deploys to another region or account than before, or without the table that \`npm run destroy\`
                       kept: the new table is empty, and every couple begins again
  -y, --yes            asks nothing, not even whether new permissions in AWS are acceptable
  --verbose            after an error that is not expected, says where it arose
  -h, --help           prints this page

Without a browser or a terminal, as in CI, use --yes and set in the environment the access keys for AWS, and for Alexa
ASK_REFRESH_TOKEN and ASK_VENDOR_ID.
`;

export const DESTROY_HELP = `Deletes from AWS what \`npm run deploy\` created there, except the data of the households.

  npm run destroy
  npm run destroy -- -c region=eu-west-1

It asks first. The table of the households, its key and its backups are kept. The skill itself stays at Alexa, but no
longer answers. docs/operations.md says how to delete all of these, and how to use the table again.

Options
  -c region=REGION     the region of the deployment
  -y, --yes            does not ask
  --verbose            after an error that is not expected, says where it arose
  -h, --help           prints this page
`;
