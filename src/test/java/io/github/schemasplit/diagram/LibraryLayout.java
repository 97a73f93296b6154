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

/** What the library makes of an outline in the way that its manual tells of: by its model of a graph, and its register of algorithms. */
final class LibraryLayout {
    private LibraryLayout() {}

    static Drawing of(Outline outline) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
        root.setProperty(LayeredOptions.ASPECT_RATIO, 1.8);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 14.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
        List<ElkNode> nodes = new ArrayList<>();
        for (Outline.Box box : outline.boxes()) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(box.width(), box.height());
            nodes.add(node);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Outline.Line line : outline.lines()) {
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
                nodes.stream().map(LibraryLayout::box).toList(),
                edges.stream().map(LibraryLayout::line).toList());
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
