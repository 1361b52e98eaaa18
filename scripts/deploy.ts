// npm run deploy:plan: prints what a deployment would do, without an account. `--write` writes cloudbaserc.json, which the
// platform's own command line deploys (docs/operations.zh.md).
import fs from 'node:fs';
import {
  CLOUDBASERC,
  planProblems,
  printCloudbaserc,
  printPlan,
  readDeploymentPlan,
} from './deployment-plan';

function main(words: readonly string[]): void {
  const plan = readDeploymentPlan();
  const text = printCloudbaserc(plan);
  if (words.includes('--write')) fs.writeFileSync(CLOUDBASERC, text);
  if (words.includes('--dry-run')) for (const line of printPlan(plan)) console.log(line);
  const isWritten = fs.existsSync(CLOUDBASERC) && fs.readFileSync(CLOUDBASERC, 'utf8') === text;
  const problems = [
    ...planProblems(plan),
    ...(isWritten
      ? []
      : ['cloudbaserc.json 和各函数的 config.json 不一致，请运行 npm run deploy:plan -- --write']),
  ];
  for (const problem of problems) console.error(problem);
  if (!words.some((word) => word === '--dry-run' || word === '--write')) {
    console.error('部署由平台的命令行完成，步骤见 docs/operations.zh.md；这里只做预演：npm run deploy:plan');
    process.exitCode = 1;
  }
  if (problems.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2));
