// Starts the page: styles first, then the one component that holds all others.
import { mount } from "svelte";
import App from "./app/App.svelte";
import { tauriBackend } from "./lib/backend/tauri";
import "./styles/tokens.css";
import "./styles/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no #app");

mount(App, { target, props: { host: tauriBackend() } });
