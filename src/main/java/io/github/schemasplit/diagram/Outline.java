package io.github.schemasplit.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.elk.alg.layered.ElkLayered;
import org.eclipse.elk.alg.layered.graph.LEdge;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LLabel;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.graph.LPort;
import org.eclipse.elk.alg.layered.options.GraphProperties;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/**
 * Boxes and lines between them, to be laid out: lines lead from left to right where they can, and round the boxes.
 *
 * <p>What is laid out is the algorithm's own graph, and not the library's model of one, from which it would be made: that model and the
 * register of all algorithms are as many classes again, which are loaded at the first use.
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

    /** The library registers how it copies values, which is not made for several threads. */
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
            LayoutMetaDataService.initElkReflect();
            return laidOut();
        }
    }

    private Drawing laidOut() {
        LGraph graph = new LGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        graph.setProperty(LayeredOptions.ASPECT_RATIO, ASPECT_RATIO);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, APART);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, APART);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYERS_APART);
        graph.getPadding().set(MARGIN, MARGIN, MARGIN, MARGIN);
        Set<GraphProperties> has = EnumSet.noneOf(GraphProperties.class);
        graph.setProperty(InternalProperties.GRAPH_PROPERTIES, has);
        List<LNode> nodes = new ArrayList<>();
        for (Box box : boxes) {
            nodes.add(node(box, graph));
        }
        List<LEdge> edges = new ArrayList<>();
        for (Line line : lines) {
            edges.add(edge(line, nodes));
            if (line.from() == line.to()) {
                has.add(GraphProperties.SELF_LOOPS);
            }
            if (line.labelWidth() > 0) {
                has.add(GraphProperties.CENTER_LABELS);
            }
        }
        new ElkLayered().doLayout(graph, new BasicProgressMonitor());
        KVector origin = new KVector(graph.getOffset()).add(graph.getPadding().left, graph.getPadding().top);
        List<Drawing.Box> placed = new ArrayList<>();
        for (LNode node : nodes) {
            placed.add(new Drawing.Box(
                    point(node.getPosition(), origin), whole(node.getSize().x), whole(node.getSize().y)));
        }
        List<Drawing.Line> led = new ArrayList<>();
        for (LEdge edge : edges) {
            led.add(line(edge, origin));
        }
        return new Drawing(whole(graph.getActualSize().x), whole(graph.getActualSize().y), placed, led);
    }

    private static LNode node(Box box, LGraph graph) {
        LNode node = new LNode(graph);
        node.getSize().set(box.width(), box.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FREE);
        graph.getLayerlessNodes().add(node);
        return node;
    }

    private static LEdge edge(Line line, List<LNode> nodes) {
        LEdge edge = new LEdge();
        edge.setSource(port(nodes.get(line.from()), PortSide.EAST));
        edge.setTarget(port(nodes.get(line.to()), PortSide.WEST));
        if (line.labelWidth() > 0) {
            LLabel label = new LLabel("label");
            label.getSize().set(line.labelWidth(), line.labelHeight());
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            edge.getLabels().add(label);
        }
        return edge;
    }

    /** Where a line begins or ends; each has its own. */
    private static LPort port(LNode node, PortSide side) {
        LPort port = new LPort();
        port.setNode(node);
        port.setSide(side);
        return port;
    }

    private static Drawing.Line line(LEdge edge, KVector origin) {
        List<Drawing.Point> points = new ArrayList<>();
        points.add(point(edge.getSource().getAbsoluteAnchor(), origin));
        for (KVector bend : edge.getBendPoints()) {
            points.add(point(bend, origin));
        }
        points.add(point(edge.getTarget().getAbsoluteAnchor(), origin));
        return new Drawing.Line(
                points,
                edge.getLabels().isEmpty()
                        ? points.get(0)
                        : point(edge.getLabels().get(0).getPosition(), origin));
    }

    private static Drawing.Point point(KVector place, KVector origin) {
        return new Drawing.Point(whole(place.x + origin.x), whole(place.y + origin.y));
    }

    private static long whole(double length) {
        return Math.round(length);
    }
}
