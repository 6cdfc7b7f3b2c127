/** docs/costs.md, made from what a check-in uses and from AWS's prices. */
import { type CheckInUse, checkInUse } from './check-in-use.ts';

/**
 * AWS's public prices in us-east-1 when this was written, in US dollars. Those of other regions differ by a few
 * percent.
 */
const PRICE = {
  /** A million requests to Lambda, and a gigabyte-second on arm64. */
  lambdaMillion: 0.2,
  lambdaGigabyteSecond: 0.0000133334,
  /** A million read units and a million write units, on demand. */
  readMillion: 0.125,
  writtenMillion: 0.625,
  /** A gigabyte for a month: of the table, and of its point-in-time recovery. */
  tableGigabyte: 0.25,
  recoveryGigabyte: 0.2,
  /** A gigabyte of logs that are ingested. */
  logGigabyte: 0.5,
  /** A month of a key, of a custom metric, and of a metric with an alarm. */
  key: 1,
  metric: 0.3,
  alarmedMetric: 0.1,
} as const;

/** Assumptions that no test can measure without an AWS account. The dashboard shows the real numbers. */
const ASSUMED = {
  checkInsAWeek: 1,
  weeksAMonth: 52 / 12,
  /** Milliseconds that Lambda bills for a request on average, with cold starts. */
  billedMilliseconds: 100,
  memoryGigabytes: 0.5,
  /** Bytes of log for a request: one line of the skill, and those of Lambda for its start and its end. */
  logBytes: 1_500,
  /** Bytes stored of a household after a year: its own item, and the appreciations of 400 days. */
  householdBytes: 1_000,
  appreciationBytes: 350,
  appreciationsKept: 2 * (400 / 7),
  /** Of all households, the part that keeps the weekly on Sunday between seven and nine, in its own time zone. */
  onSunday: 1 / 3,
  hoursOfSunday: 2,
  keys: 2,
  metrics: 15,
  alarmedMetrics: 26,
} as const;

const HOUSEHOLDS = [10_000, 1_000_000, 10_000_000] as const;

/** The parts of the people of the United States by time zone, from east to west, each an hour after the one before. */
const ZONES = [0.48, 0.29, 0.06, 0.17] as const;

/** The launches in a second of the busiest hour of a Sunday: in each hour some time zones are between seven and nine. */
function launchesASecond(households: number): number {
  const { onSunday, hoursOfSunday } = ASSUMED;
  const hours = ZONES.map((_, hour) =>
    ZONES.slice(Math.max(0, hour - hoursOfSunday + 1), hour + 1).reduce((sum, part) => sum + part, 0),
  );
  return (households * onSunday * Math.max(...hours)) / (hoursOfSunday * 3600);
}

interface Cost {
  readonly lambda: number;
  readonly table: number;
  readonly storage: number;
  readonly logs: number;
}

/** The cost of one check-in in US dollars, except for storage, which is paid by household and month. */
function costOfCheckIn({ requests, read, written }: CheckInUse): Omit<Cost, 'storage'> {
  const seconds = requests * (ASSUMED.billedMilliseconds / 1000);
  return {
    lambda:
      (requests / 1e6) * PRICE.lambdaMillion + seconds * ASSUMED.memoryGigabytes * PRICE.lambdaGigabyteSecond,
    table: (read / 1e6) * PRICE.readMillion + (written / 1e6) * PRICE.writtenMillion,
    logs: ((requests * ASSUMED.logBytes) / 1e9) * PRICE.logGigabyte,
  };
}

function bytesOfHousehold(): number {
  return ASSUMED.householdBytes + ASSUMED.appreciationsKept * ASSUMED.appreciationBytes;
}

function monthFor(households: number, use: CheckInUse): Cost {
  const checkIns = households * ASSUMED.checkInsAWeek * ASSUMED.weeksAMonth;
  const { lambda, table, logs } = costOfCheckIn(use);
  const gigabytes = (households * bytesOfHousehold()) / 1e9;
  return {
    lambda: checkIns * lambda,
    table: checkIns * table,
    logs: checkIns * logs,
    storage: gigabytes * (PRICE.tableGigabyte + PRICE.recoveryGigabyte),
  };
}

const total = (cost: Partial<Cost>): number => Object.values(cost).reduce((sum, dollars) => sum + dollars, 0);

const FIXED =
  ASSUMED.keys * PRICE.key + ASSUMED.metrics * PRICE.metric + ASSUMED.alarmedMetrics * PRICE.alarmedMetric;

function dollars(amount: number): string {
  return amount < 10 ? `$${amount.toFixed(2)}` : `$${Math.round(amount).toLocaleString('en-US')}`;
}

const count = (number: number): string => Math.round(number).toLocaleString('en-US');

function costsTable(use: CheckInUse): string[] {
  return HOUSEHOLDS.map((households) => {
    const month = monthFor(households, use);
    const parts = [month.lambda, month.table, month.logs, month.storage, FIXED].map(dollars);
    return `| ${count(households)} | ${parts.join(' | ')} | **${dollars(total(month) + FIXED)}** |`;
  });
}

function quotasTable({ requests, written }: CheckInUse): string[] {
  return HOUSEHOLDS.map((households) => {
    const aSecond = launchesASecond(households);
    const rate = aSecond * requests;
    const concurrency = Math.ceil(rate * (ASSUMED.billedMilliseconds / 1000));
    const launches = aSecond < 10 ? aSecond.toFixed(1) : count(aSecond);
    return `| ${count(households)} | ${launches} | ${count(rate)} | ${count(concurrency)} | ${count(aSecond * written)} |`;
  });
}

/** The text of docs/costs.md for what a check-in uses. */
export async function costsPage(): Promise<string> {
  const use = await checkInUse();
  const one = costOfCheckIn(use);
  const million = (value: number): string => dollars(value * 1e6);
  const operations = Object.entries(use.operations).map(([name, times]) => `${times} ${name}`);
  return `# What it costs

\`npm run docs\` counts what a check-in uses on the simulated Echo, and writes this page. The prices are AWS's public ones of
us-east-1 when it was written: check them before you rely on them. The free tier of AWS is not deducted, so the bill of a
few couples is lower. Alexa costs nothing.

## One check-in

Measured for a couple's second check-in, a week after the first: twenty minutes, with the week's recap and an appreciation
from each.

| what | how much |
|---|---|
| requests of Alexa, each one run of the function | ${use.requests} |
| requests to the table | ${operations.join(', ')} |
| units of reading and of writing | ${use.read} and ${use.written} |

Assumed, because measuring it needs an account: ${ASSUMED.billedMilliseconds} ms billed for each request (at ${ASSUMED.memoryGigabytes * 1024} MB on arm64, cold starts
included), and ${count(ASSUMED.logBytes)} bytes of log (one line of the skill and Lambda's own).

| part | arithmetic | a million check-ins |
|---|---|---|
| Lambda | ${use.requests} requests x $${PRICE.lambdaMillion} a million + ${use.requests} x ${ASSUMED.billedMilliseconds / 1000} s x ${ASSUMED.memoryGigabytes} GB x $${PRICE.lambdaGigabyteSecond} | ${million(one.lambda)} |
| DynamoDB | ${use.written} units x $${PRICE.writtenMillion} a million + ${use.read} x $${PRICE.readMillion} | ${million(one.table)} |
| logs | ${use.requests} x ${count(ASSUMED.logBytes)} bytes x $${PRICE.logGigabyte.toFixed(2)} a GB | ${million(one.logs)} |
| **in all** | | **${million(total(one))}** |

One check-in is about $${total(one).toFixed(6)}: a few thousandths of a cent.

## A month

Each household does ${ASSUMED.checkInsAWeek} check-in a week. After 400 days it has ${count(bytesOfHousehold())} bytes in the table (${count(ASSUMED.householdBytes)} of its own, and
${count(ASSUMED.appreciationsKept)} appreciations of ${ASSUMED.appreciationBytes}), which cost $${PRICE.tableGigabyte} a GB, and $${PRICE.recoveryGigabyte.toFixed(2)} for point-in-time recovery.
The fixed part is the same for any number of households: ${ASSUMED.keys} keys, about ${ASSUMED.metrics} metrics, alarms on about ${ASSUMED.alarmedMetrics}, one dashboard
(three are free). Each of the first two yearly rotations of a key adds ${dollars(PRICE.key)} a month, so it is ${dollars(FIXED + ASSUMED.keys * PRICE.key)} in the second year, and
${dollars(FIXED + 2 * ASSUMED.keys * PRICE.key)} from the third.

| households | Lambda | DynamoDB | logs | storage | fixed | a month |
|---|---|---|---|---|---|---|
${costsTable(use).join('\n')}

Every step is saved before it is spoken: that takes most of the units. Not counted are DynamoDB's requests to the key of the
table every few minutes, and a few kilobytes that leave AWS with each reply.

## What binds first

The table assumes that a third of the households begins the weekly between seven and nine on Sunday evening, spread over the
four time zones of the continental United States as its people are.

| households | launches a second | requests a second | run at once | units written a second |
|---|---|---|---|---|
${quotasTable(use).join('\n')}

| quota | AWS begins with | what to do |
|---|---|---|
| Lambda, run at once, in the account and region | 1,000; new accounts less, often 10 | ask for more (Service Quotas, Lambda, "Concurrent executions") before a launch; the alarm Throttles tells when it binds |
| DynamoDB, units written a second by one table on demand | 40,000 | ask for more at about five times the last row |
| DynamoDB, a table that was quiet so far | 4,000 units at once, then double its last peak | before a launch, \`aws dynamodb update-table --warm-throughput\` |

**There is no hot spot.** A household is a partition, which takes 1,000 written units a second. There is no index or scan.

\`npm run bench:load\` lets 500 households do a check-in at once. On two cores, the skill's process uses its whole core,
and the database less than half of one. On Lambda each request under way has a function of its own, so the number that
may run at once binds first.
`;
}
