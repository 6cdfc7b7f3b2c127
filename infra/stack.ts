/**
 * The stack of the skill, in one account and one region: the table, the function, the release, the alarms and the
 * dashboard.
 */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { HouseholdTable } from './household-table.ts';
import { Release } from './release.ts';
import { givenIn, type Settings } from './settings.ts';
import { SkillDashboard } from './skill-dashboard.ts';
import { SkillFunction } from './skill-function.ts';
import { SkillMetrics } from './skill-metrics.ts';

export class OurCheckInStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, code: Code) {
    super(scope, id, {
      description: 'Our Check-In, a skill for Alexa',
      env: { region: settings.region },
      terminationProtection: true,
    });

    const household = new HouseholdTable(this, 'Household', settings.existing);
    const skill = new SkillFunction(this, 'Skill', { settings, code, household });
    const release = new Release(this, 'Release', { lambda: skill.lambda, skillId: settings.skillId });
    const metrics = new SkillMetrics(this, 'Metrics', skill.logGroup);
    const alarms = new Alarms(this, 'Alarms', {
      alias: release.alias,
      metrics,
      table: household.table,
      email: settings.alarmEmail,
      quietHours: settings.quietHours,
    });
    release.watchedBy(alarms.ofTheCode, settings.ignoreAlarms);
    const dashboard = new SkillDashboard(this, 'Watch', {
      alias: release.alias,
      metrics,
      table: household.table,
      alarms: alarms.all,
    });

    new CfnOutput(this, 'SkillEndpoint', {
      description: 'The endpoint of the skill, for the Alexa developer console or the manifest',
      value: release.alias.functionArn,
    });
    new CfnOutput(this, 'SkillId', {
      description: 'The id of the one skill that may call the function',
      value: settings.skillId,
    });
    new CfnOutput(this, 'TableName', {
      description: 'The table of the households',
      value: household.table.tableName,
    });
    new CfnOutput(this, 'TableKey', {
      description: 'The key that the table is encrypted with',
      value: household.key.keyArn,
    });
    // A deployment reads this output. If it is `no`, the settings of the table are needed again, or the skill would
    // begin with an empty table.
    new CfnOutput(this, 'TableMadeHere', {
      description: 'Whether the table belongs to this stack, or was named by the setting `table`',
      value: settings.existing === undefined ? 'yes' : 'no',
    });
    new CfnOutput(this, 'SettingsGiven', {
      description: 'The settings that differ from their defaults: a deployment says if one is left out',
      value: givenIn(settings),
    });
    new CfnOutput(this, 'LogGroupName', {
      description: 'The log of the function: codes and counts',
      value: skill.logGroup.logGroupName,
    });
    new CfnOutput(this, 'AlarmTopic', {
      description: 'The topic of the alarms: subscribe to it to be told',
      value: alarms.topic.topicArn,
    });
    new CfnOutput(this, 'DashboardName', {
      description: 'The dashboard in CloudWatch',
      value: dashboard.name,
    });
  }
}
