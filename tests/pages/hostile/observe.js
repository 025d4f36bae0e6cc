// Only looks: what spy.js sees is what there is to see.
