/** What Lambda gives a function besides its event: names, ids and credentials, none of them real. */

const FUNCTION = 'our-check-in';

/** The HTTP headers of an invocation. `deadline` is in milliseconds since 1970. */
export const headersOf = (requestId: string, deadline: number): Record<string, string> => ({
  'Lambda-Runtime-Aws-Request-Id': requestId,
  'Lambda-Runtime-Deadline-Ms': String(deadline),
  'Lambda-Runtime-Invoked-Function-Arn': `arn:aws:lambda:us-east-1:000000000000:function:${FUNCTION}:live`,
  'Lambda-Runtime-Trace-Id': 'Root=1-00000000-000000000000000000000000;Sampled=0',
});

/**
 * The environment variables that Lambda reserves ("Defined runtime environment variables" in Amazon's documentation),
 * with the settings of infra/skill-function.ts.
 *
 * @param api host and port of the runtime API
 */
export const reserved = (folder: string, api: string): Record<string, string> => ({
  _HANDLER: 'index.handler',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SESSION_TOKEN: 'test',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: FUNCTION,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_FUNCTION_VERSION: '1',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${FUNCTION}`,
  AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/01/[1]00000000000000000000000000000000',
  AWS_LAMBDA_LOG_FORMAT: 'JSON',
  AWS_LAMBDA_LOG_LEVEL: 'INFO',
  AWS_LAMBDA_RUNTIME_API: api,
  LAMBDA_TASK_ROOT: folder,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
});
