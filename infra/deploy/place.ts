/** Where the back end of a skill is. Another account or another region has another table, and it is empty. */
export interface Place {
  readonly region: string;
  /** The number of the AWS account. */
  readonly account: string;
}

/** The place in the ARN of a Lambda function; null if the text is not such an ARN. */
export function placeInArn(arn: string): Place | null {
  const [, region, account] = /^arn:aws:lambda:([a-z0-9-]+):(\d{12}):function:/.exec(arn) ?? [];
  return region === undefined || account === undefined ? null : { region, account };
}
