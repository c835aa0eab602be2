// Svelte in runes mode throughout; the window's content policy needs nothing more of the compiler.
export default { compilerOptions: { runes: true } };
