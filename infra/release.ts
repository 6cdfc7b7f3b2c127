/** The alias `live`, which Alexa calls. A release moves it to the new version in two steps. */
import { Validations } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type IVersion, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface ReleaseProps {
  readonly lambda: LambdaFunction;
  readonly skillId: string;
}

export class Release extends Construct {
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { lambda, skillId }: ReleaseProps) {
    super(scope, id);
    // A Version is an IVersion, but the CDK's types are not written for exactOptionalPropertyTypes.
    const version = lambda.currentVersion as IVersion;
    this.alias = new Alias(this, 'Live', { aliasName: 'live', version });

    // Without the token, anybody who knows the ARN could call the function from a skill of their own.
    this.alias.addPermission('Alexa', {
      principal: new ServicePrincipal('alexa-appkit.amazon.com'),
      action: 'lambda:InvokeFunction',
      eventSourceToken: skillId,
    });
  }

  /**
   * Sends a tenth of the requests to a new version for five minutes, and then all of them. If one of the alarms sounds
   * in those minutes, or sounds already, the release is rolled back.
   *
   * @param ignored true to leave the alarms out of account, for a fix that is released while one of them sounds
   */
  watchedBy(alarms: IAlarm[], ignored: boolean): void {
    const group = new LambdaDeploymentGroup(this, 'Canary', {
      alias: this.alias,
      alarms,
      ignoreAlarmConfiguration: ignored,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    // Whether the alarms count is a property of the group. So the group is updated before the alias moves.
    this.alias.node.addDependency(group);
    Validations.of(group).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason:
        'The construct attaches AWS’s own policy for CodeDeploy on Lambda, the limited one, whatever role it is given. ' +
        'Only CodeDeploy can assume the role, and AWS keeps the policy in step with what CodeDeploy does.',
    });
  }
}
