/** Resource names of the mail network. The account comes from a container's ARN: nothing else tells it without more rights. */
export const identityArn = (containerArn: string, name: string): string =>
  `${base(containerArn)}:identity/${name}`

export const configurationSetArn = (containerArn: string, name: string): string =>
  `${base(containerArn)}:configuration-set/${name}`

// arn:aws:ses:<region>:<account>:tenant/<name>/<id>
const base = (containerArn: string) => containerArn.split(':').slice(0, 5).join(':')
