package io.github.schemasplit.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Boxes and lines between them, to be laid out: lines lead from left to right where they can, and round the boxes.
 *
 * @param boxes the boxes
 * @param lines the lines
 */
public record Outline(List<Box> boxes, List<Line> lines) {
    private static final int SEED = 1;
    private static final double MARGIN = 4;
    private static final double APART = 14;
    private static final double LAYERS_APART = 36;
    private static final double ASPECT_RATIO = 1.8;

    /** The library registers what it knows at its first use, which is not made for several threads. */
    private static final Object ONE_AT_A_TIME = new Object();

    /** A box. */
    public record Box(long width, long height) {}

    /**
     * A line.
     *
     * @param from the number of the box that it begins at, from 0
     * @param to the number of the box that it leads to
     * @param labelWidth how wide its label is; 0 for none
     * @param labelHeight how high its label is
     */
    public record Line(int from, int to, long labelWidth, long labelHeight) {}

    public Outline {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** Lays it out, the same way for the same. */
    public Drawing drawing() {
        synchronized (ONE_AT_A_TIME) {
            LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
            return laidOut();
        }
    }

    private Drawing laidOut() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.ASPECT_RATIO, ASPECT_RATIO);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, APART);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, APART);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYERS_APART);
        List<ElkNode> nodes = new ArrayList<>();
        for (Box box : boxes) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(box.width(), box.height());
            nodes.add(node);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Line line : lines) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(line.from()), nodes.get(line.to()));
            if (line.labelWidth() > 0) {
                // One without a text has no place.
                ElkGraphUtil.createLabel("label", edge).setDimensions(line.labelWidth(), line.labelHeight());
            }
            edges.add(edge);
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return new Drawing(
                whole(root.getWidth()),
                whole(root.getHeight()),
                nodes.stream().map(Outline::box).toList(),
                edges.stream().map(Outline::line).toList());
    }

    private static Drawing.Box box(ElkNode node) {
        return new Drawing.Box(point(node.getX(), node.getY()), whole(node.getWidth()), whole(node.getHeight()));
    }

    private static Drawing.Line line(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Drawing.Point> points = new ArrayList<>();
        points.add(point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(point(bend.getX(), bend.getY())));
        points.add(point(section.getEndX(), section.getEndY()));
        if (edge.getLabels().isEmpty()) {
            return new Drawing.Line(points, points.get(0));
        }
        ElkLabel label = edge.getLabels().get(0);
        return new Drawing.Line(points, point(label.getX(), label.getY()));
    }

    private static Drawing.Point point(double x, double y) {
        return new Drawing.Point(whole(x), whole(y));
    }

    private static long whole(double length) {
        return Math.round(length);
    }
}
