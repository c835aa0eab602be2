// Leaves what axe-core finds in `window.axeFound`. The engine's PDF viewer in a frame is not our page.
window.axeFound = null;
const target = (node) => node.target.join(" ");
axe.run(document, { iframes: false, resultTypes: ["violations"] }).then(
  ({ violations }) => (window.axeFound = violations.map(({ id, nodes }) => `${id}: ${nodes.map(target).join(", ")}`)),
  (problem) => (window.axeFound = [String(problem)]),
);
