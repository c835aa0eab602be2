// Starts the page that shows the kit. Built only by `--mode gallery`; never part of what ships.
import { mount } from "svelte";
import Gallery from "./Gallery.svelte";
import "../styles/tokens.css";
import "../styles/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("gallery.html has no #app");

mount(Gallery, { target });
