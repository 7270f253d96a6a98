// Searching the models on their own page: any choice of field, audience, place … together, words of names and summaries, three orders.
// One file holds what is chosen by, another the summaries, read when models are shown or words are typed. Only that page loads this;
// the form, the addresses and the counting are those of finder.js. No text of the data becomes markup.

// `engine`: what finder.js gives.
export function models({ load, asked, sought, holdsAll }) {
  return ({ columns, fold: folding }) => {
    const { compare } = new Intl.Collator("vi");
    let table, told;

    async function open(facets) {
      told = await load(columns);
      return (table ??= {
        size: told.rows.length,
        facets: facets.map((name) => ({ name, cells: told.columns[name], values: told.values[name] })),
      });
    }

    const named = (row) => table.facets.flatMap(({ cells, values }) => [cells[row]].flat().map((at) => values[at]?.[1] ?? ""));

    async function fitting(text) {
      const [{ fold }, texts] = await Promise.all([import(folding), load(told.texts)]);
      const words = asked(text, fold);
      table.spoken ??= told.rows.map((one, row) => ` ${fold([...one.slice(1), ...named(row), texts[row]].join(" "))} `);
      const fits = (pieces) => Uint8Array.from(table.spoken, (one) => holdsAll(one, pieces));
      const whole = fits(words.map((word) => ` ${word} `)); // where some hold the last word whole, those that only begin so are not meant
      return whole.includes(1) ? whole : fits(sought(words, true));
    }

    function sorted(rows, sort) {
      if (sort === "moi") return [...rows].sort((a, b) => told.days[b] - told.days[a] || a - b);
      return sort === "ten" ? [...rows].sort((a, b) => compare(told.rows[a][1], told.rows[b][1]) || a - b) : rows;
    }

    const where = (row) => `${told.models}${told.rows[row][0]}/`;

    async function lines(rows, model) {
      const texts = await load(told.texts);
      return rows.map((row) => {
        const made = model.cloneNode(true), slot = (name) => made.querySelector(`[data-slot="${name}"]`);
        const [, name, unit, , reached] = told.rows[row];
        const first = (facet) => {
          const { cells, values } = table.facets.find((one) => one.name === facet);
          return values[[cells[row]].flat()[0]]?.[1] ?? "";
        };
        const fill = (where, text) => (text ? (slot(where).textContent = text) : slot(where).remove());
        fill("field", first("field"));
        slot("link").href = where(row);
        slot("link").textContent = name;
        slot("summary").textContent = texts[row];
        slot("status").textContent = first("status");
        slot("unit").textContent = unit;
        if (reached) slot("reached").textContent = reached;
        else slot("more").remove();
        return made;
      });
    }

    return { noun: "mô hình", open, fitting, sorted, where, lines };
  };
}

const form = globalThis.document?.querySelector("form[data-engine]");
if (form) import(form.dataset.engine).then((engine) => engine.start(form, models(engine)));
