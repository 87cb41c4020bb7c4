/**
 * The plain-Node host: the same engine as the desktop's, for the command line, servers and browsers. It imports nothing before it has
 * looked at the version: what an older Node cannot read, it could only answer with a SyntaxError.
 */
const oldestNode = 24;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Plumbline needs Node ${oldestNode} or newer; this is ${process.versions.node}. npm scripts bring the right one along: npm run plumbline -- --help\n`,
  );
  process.exitCode = 1;
} else {
  const { runPlainNode } = await import('./cli/plainNode.ts');
  await runPlainNode(import.meta.url);
}
