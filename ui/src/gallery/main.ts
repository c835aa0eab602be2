// Starts the page that shows the kit, or a screen over made-up data: `#people-today`, `#visit-plan`. Never part of what ships.
import { mount } from "svelte";
import Gallery from "./Gallery.svelte";
import People from "./People.svelte";
import Visits from "./Visits.svelte";
import "../styles/tokens.css";
import "../styles/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("gallery.html has no #app");

const [, family, part = ""] = /^#(people|visit)-(.+)$/.exec(location.hash) ?? [];
if (family === "people") mount(People, { target, props: { part } });
else if (family === "visit") mount(Visits, { target, props: { part } });
else mount(Gallery, { target });
