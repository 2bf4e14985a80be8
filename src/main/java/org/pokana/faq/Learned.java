package org.pokana.faq;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Wording.Word;

/**
 * What all examples together teach about which words speak for which entry, and which against it: a linear classifier,
 * trained at start. It sees what comparing with one example after another does not: that a word which many entries use
 * tells nothing, and that two weak hints make a strong one.
 */
final class Learned {

    private static final double PENALTY = 1;
    private static final double PRECISION = 0.1;

    /** How far apart the classifier's own figures must be to speak clearly. */
    private static final double SHARPNESS = 3;

    private static final double SENSE = 0.7;
    private static final double QUIET = 0.5;
    private static final double PARTS = 0.6;
    private static final double PAIR = 0.5;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Double> rarities = new ArrayList<>();
    private final List<String> entries;
    private final @Nullable Model model;

    /** @param examples of each entry, as words */
    Learned(Map<String, List<List<Word>>> examples) {
        entries = List.copyOf(examples.keySet());
        var texts = new ArrayList<Map<Integer, Double>>();
        var answers = new ArrayList<Double>();
        examples.forEach((entry, its) -> its.forEach(words -> {
            texts.add(traits(words, true));
            answers.add((double) entries.indexOf(entry));
        }));
        weigh(texts);
        model = texts.isEmpty() ? null : trained(texts, answers);
    }

    private void weigh(List<Map<Integer, Double>> texts) {
        var counts = new int[places.size()];
        texts.forEach(text -> text.keySet().forEach(place -> counts[place]++));
        for (int count : counts) {
            rarities.add(Math.log(1 + texts.size() / (double) count));
        }
    }

    private Model trained(List<Map<Integer, Double>> texts, List<Double> answers) {
        var problem = new Problem();
        problem.l = texts.size();
        problem.n = places.size() + 1;
        problem.x = texts.stream().map(this::vector).toArray(Feature[][]::new);
        problem.y = answers.stream().mapToDouble(Double::doubleValue).toArray();
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, PENALTY, PRECISION);
        parameter.setRandom(new Random(1)); // the same on every instance
        Linear.disableDebugOutput();
        return Linear.train(problem, parameter);
    }

    /** How likely it is each entry that the words ask for; together 1. */
    Map<String, Double> guess(List<Word> words) {
        var margins = new double[entries.size()];
        var traits = traits(words, false);
        if (traits.isEmpty() || model == null) {
            return Map.of();
        }
        Linear.predictValues(model, vector(traits), margins);
        double best = Arrays.stream(margins).max().orElse(0);
        var odds = Arrays.stream(margins)
                .map(margin -> Math.exp(SHARPNESS * (margin - best)))
                .toArray();
        double all = Arrays.stream(odds).sum();
        var labels = model.getLabels();
        var guess = new LinkedHashMap<String, Double>();
        for (int i = 0; i < odds.length; i++) {
            guess.put(entries.get(labels[i]), odds[i] / all);
        }
        return guess;
    }

    private Map<Integer, Double> traits(List<Word> words, boolean learning) {
        var traits = new TreeMap<Integer, Double>();
        var before = "";
        for (var word : words) {
            double worth = word.quiet() ? QUIET : 1;
            note(traits, "stem " + word.stem(), worth, learning);
            word.senses().forEach(sense -> note(traits, sense, SENSE * worth, learning));
            double part = PARTS * worth / Math.sqrt(word.grams().size());
            word.grams().forEach(gram -> note(traits, "part " + gram, part, learning));
            note(traits, before + " " + word.stem(), PAIR, learning);
            before = word.stem();
        }
        return traits;
    }

    private void note(Map<Integer, Double> traits, String trait, double worth, boolean learning) {
        var place = learning ? places.computeIfAbsent(trait, any -> places.size()) : places.get(trait);
        if (place != null) {
            traits.merge(place, worth, Math::max);
        }
    }

    /** Of length 1, whatever the number of words, with one more trait that all texts have. */
    private Feature[] vector(Map<Integer, Double> traits) {
        double length = Math.sqrt(traits.entrySet().stream()
                .mapToDouble(trait -> Math.pow(trait.getValue() * rarities.get(trait.getKey()), 2))
                .sum());
        var vector = new Feature[traits.size() + 1];
        int i = 0;
        for (var trait : traits.entrySet()) {
            vector[i++] = new FeatureNode(
                    trait.getKey() + 1, trait.getValue() * rarities.get(trait.getKey()) / Math.max(length, 1e-9));
        }
        vector[i] = new FeatureNode(places.size() + 1, 1);
        return vector;
    }
}
