"""The drawing kit of all papers: blocks say what stands on a paper, pdf.render draws them."""
