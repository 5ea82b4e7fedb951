// Draws every model of bpmn/ with bpmn-js, the library behind Camunda Modeler, into docs/<model>.svg.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const MODELS = new URL("../../bpmn/", import.meta.url);
const PICTURES = new URL("../", import.meta.url);
const VIEWER = fileURLToPath(import.meta.resolve("bpmn-js/dist/bpmn-viewer.production.min.js"));

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
try {
  for (const file of (await readdir(MODELS)).filter((name) => name.endsWith(".bpmn"))) {
    const picture = new URL(file.replace(/bpmn$/, "svg"), PICTURES);
    await writeFile(picture, await draw(await readFile(new URL(file, MODELS), "utf8")));
    console.log(`drawn: ${fileURLToPath(picture)}`);
  }
} finally {
  await browser.close();
}

async function draw(model) {
  const page = await browser.newPage();
  // bpmn-js names its arrow heads at random; the same model has to give the same file
  await page.evaluateOnNewDocument(() => {
    let seed = 1;
    Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  });
  await page.goto("about:blank");
  await page.setContent('<div id="canvas"></div>');
  await page.addScriptTag({ path: VIEWER });
  const svg = await page.evaluate(async (xml) => {
    const viewer = new BpmnJS({ container: "#canvas" });
    await viewer.importXML(xml);
    return (await viewer.saveSVG()).svg;
  }, model);
  await page.close();
  // without a background the black lines vanish on a dark page
  return svg.replace("<svg ", '<svg style="background: white" ');
}
