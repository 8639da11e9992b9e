<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who answers whom, drawn: names one under another, side by side as the table has them. What goes down the list runs on the
  right, what goes up on the left; an arc is as wide as its number and ends in an arrow at the one who is answered. The
  label of an arc stands at its crown: no two arcs of one side have both the same span and the same middle.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- In units of the picture, which are pixels where there is room. -->
  <xsl:variable name="name-line" as="xs:integer" select="17"/>
  <xsl:variable name="letter" as="xs:double" select="7.6"/>
  <xsl:variable name="widest-arc" as="xs:double" select="6.5"/>
  <!-- More would be a tangle, which the table is not. -->
  <xsl:variable name="most-parties" as="xs:integer" select="12"/>

  <!-- A name in lines of some eighteen letters; initials and titles stay with what follows them. -->
  <xsl:function name="f:name-lines" as="xs:string*">
    <xsl:param name="set" as="xs:string"/>
    <xsl:iterate select="tokenize(replace(f:called($set), '\. ', '.&#160;'), ' ')">
      <xsl:param name="line" as="xs:string" select="''"/>
      <xsl:on-completion select="$line"/>
      <xsl:variable name="longer" as="xs:string" select="(if ($line) then $line || ' ' else '') || ."/>
      <xsl:choose>
        <xsl:when test="$line = '' or string-length($longer) le 18"><xsl:next-iteration><xsl:with-param name="line" select="$longer"/></xsl:next-iteration></xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$line"/>
          <xsl:next-iteration><xsl:with-param name="line" select="."/></xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- The side of a party, as the list of participants heads it. -->
  <xsl:function name="f:side" as="xs:string">
    <xsl:param name="set" as="xs:string"/>
    <xsl:sequence select="normalize-space((if (contains($set, ' ')) then () else key('present', $set, $edition)[1]/../head)[1])"/>
  </xsl:function>

  <!-- Where each name stands. A new side leaves a line free for its own name. -->
  <xsl:function name="f:placed" as="map(xs:string, item()*)*">
    <xsl:param name="pairs" as="map(xs:string, item()*)*"/>
    <xsl:iterate select="$parties[. = $pairs ! (?from, ?to)]">
      <xsl:param name="y" as="xs:double" select="0"/>
      <xsl:param name="last" as="xs:string" select="''"/>
      <xsl:variable name="side" as="xs:string" select="f:side(.)"/>
      <xsl:variable name="begins" as="xs:boolean" select="$side ne $last"/>
      <xsl:variable name="top" as="xs:double" select="$y + (if (not($begins)) then 0 else if ($side = '') then 12 else 24)"/>
      <xsl:variable name="lines" as="xs:string*" select="f:name-lines(.)"/>
      <xsl:variable name="height" as="xs:double" select="max((34, 17 + $name-line * count($lines)))"/>
      <xsl:sequence select="map { 'set': ., 'n': position(), 'lines': $lines, 'y': $top + $height div 2, 'side': $side[$begins], 'top': $top, 'bottom': $top + $height }"/>
      <xsl:next-iteration>
        <xsl:with-param name="y" select="$top + $height"/>
        <xsl:with-param name="last" select="$side"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:template name="answers-pictures" as="element()?">
    <xsl:where-populated>
      <div class="pictures">
        <xsl:call-template name="answers-picture">
          <xsl:with-param name="id" select="'picture.follows'"/>
          <xsl:with-param name="title" select="$by-order"/>
          <xsl:with-param name="key" select="'follows-times'"/>
          <xsl:with-param name="pairs" select="$follows[?from ne ?to]"/>
        </xsl:call-template>
        <xsl:call-template name="answers-picture">
          <xsl:with-param name="id" select="'picture.addresses'"/>
          <xsl:with-param name="title" select="$in-words"/>
          <xsl:with-param name="key" select="'addresses-times'"/>
          <xsl:with-param name="pairs" select="$addresses[?from ne ?to]"/>
        </xsl:call-template>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template name="answers-picture" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="pairs" as="map(xs:string, item()*)*"/>
    <xsl:variable name="placed" as="map(xs:string, item()*)*" select="f:placed($pairs)"/>
    <xsl:if test="count($placed) = 2 to $most-parties">
      <xsl:variable name="half" as="xs:double" select="10 + $letter div 2 * max($placed?lines ! string-length(.))"/>
      <xsl:variable name="step" as="xs:double" select="min((38, 100 div (count($placed) - 1)))"/>
      <xsl:variable name="middle" as="xs:double" select="$half + $step * (count($placed) - 1) + 36"/>
      <xsl:variable name="height" as="xs:double" select="$placed[last()]?bottom"/>
      <!-- Once is what a line means that has no number; few lines have theirs in any case. -->
      <xsl:variable name="fewest" as="xs:integer" select="if (count($pairs) gt 6) then 2 else 1"/>
      <xsl:variable name="arcs" as="element()*">
        <xsl:for-each select="sort($pairs, (), function($pair) { -$pair?times })">
          <xsl:call-template name="arc">
            <xsl:with-param name="said" select="f:pair-in-words(., $key)"/>
            <xsl:with-param name="placed" select="$placed"/>
            <xsl:with-param name="most" select="max(($follows, $addresses) ! ?times)"/>
            <xsl:with-param name="middle" select="$middle"/>
            <xsl:with-param name="half" select="$half"/>
            <xsl:with-param name="step" select="$step"/>
            <xsl:with-param name="numbered" select="?times ge $fewest"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:variable>
      <figure>
        <svg class="flow" viewBox="0 0 {f:round(2 * $middle)} {f:round($height)}" width="{round(2 * $middle)}" height="{round($height)}" role="img" aria-labelledby="{$id}" aria-describedby="{$id}.read" xmlns="http://www.w3.org/2000/svg">
          <title id="{$id}">{$title}</title>
          <desc id="{$id}.read">{f:counted('arrows-between', count($pairs), map { 'names': count($placed) })}</desc>
          <xsl:sequence select="$arcs[self::*:g], $arcs[self::*:text]"/>
          <xsl:for-each select="$placed">
            <xsl:variable name="place" as="map(xs:string, item()*)" select="."/>
            <xsl:if test="?side"><text class="side" x="{f:round($middle)}" y="{f:round(?top - 4)}">{?side}</text></xsl:if>
            <xsl:for-each select="1 to count(?lines)">
              <xsl:variable name="n" as="xs:integer" select="."/>
              <text class="party {f:set-class($place?set)}" x="{f:round($middle)}" y="{f:round($place?y + 5 + $name-line * ($n - (count($place?lines) + 1) div 2))}">{$place?lines[$n]}</text>
            </xsl:for-each>
          </xsl:for-each>
        </svg>
        <figcaption>{if ($fewest gt 1) then f:say('picture-with-unnumbered-lines', map { 'title': $title }) else $title}</figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- The context item is the pair. Arcs leave a name on the side to which they go and arrive on the other, so that those out and those in do not meet. -->
  <xsl:template name="arc" as="element()*">
    <xsl:param name="said" as="xs:string"/>
    <xsl:param name="placed" as="map(xs:string, item()*)*"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:param name="middle" as="xs:double"/>
    <xsl:param name="half" as="xs:double"/>
    <xsl:param name="step" as="xs:double"/>
    <xsl:param name="numbered" as="xs:boolean"/>
    <xsl:variable name="pair" as="map(xs:string, item()*)" select="."/>
    <xsl:variable name="from" as="map(xs:string, item()*)" select="$placed[?set = $pair?from]"/>
    <xsl:variable name="to" as="map(xs:string, item()*)" select="$placed[?set = $pair?to]"/>
    <xsl:variable name="down" as="xs:integer" select="if ($from?n lt $to?n) then 1 else -1"/>
    <xsl:variable name="stroke" as="xs:double" select="max((1.25, $widest-arc * ?times div max(($most, 6))))"/>
    <xsl:variable name="head" as="xs:double" select="3 + $stroke div 2"/>
    <xsl:variable name="x" as="xs:double" select="$middle + $down * $half"/>
    <xsl:variable name="start" as="xs:double" select="$from?y + $down * 6"/>
    <xsl:variable name="end" as="xs:double" select="$to?y - $down * 6"/>
    <xsl:variable name="bulge" as="xs:double" select="$step * abs($from?n - $to?n)"/>
    <xsl:variable name="tip" as="xs:double" select="$x + $down * 1.7 * $head"/>
    <xsl:variable name="dashes" as="xs:double*" select="f:dashes(?from) ! (. * max(($stroke, 2.2)))"/>
    <g class="{f:set-class(?from)}" xmlns="http://www.w3.org/2000/svg">
      <title>{$said}</title>
      <path class="arc" stroke-width="{f:round($stroke)}" d="M{f:round($x)} {f:round($start)}H{f:round($tip)}A{f:round($bulge)} {f:round(abs($end - $start) div 2)} 0 0 1 {f:round($tip)} {f:round($end)}">
        <xsl:if test="exists($dashes)"><xsl:attribute name="stroke-dasharray" select="$dashes ! f:round(.)"/></xsl:if>
      </path>
      <path class="arrow" d="M{f:round($x)} {f:round($end)}L{f:round($tip)} {f:round($end - $head)}V{f:round($end + $head)}Z"/>
    </g>
    <xsl:if test="$numbered">
      <text class="times {if ($down = 1) then 'down' else 'up'}" x="{f:round($tip + $down * ($bulge + $stroke div 2 + 4))}" y="{f:round(($start + $end) div 2 + 4)}" xmlns="http://www.w3.org/2000/svg">{?times}</text>
    </xsl:if>
  </xsl:template>

  <!-- Strokes and gaps in widths of the line, so that the six colours are told apart in grey too; the first is solid. -->
  <xsl:function name="f:dashes" as="xs:double*">
    <xsl:param name="set" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="substring-after(f:set-class($set), 'speaker-')"/>
    <xsl:sequence select="if ($number castable as xs:integer) then [(), (5, 0.6), (2.4, 0.7), (0.9, 0.9), (5, 0.7, 1, 0.7), (2.4, 0.7, 0.9, 0.7)](xs:integer($number)) else ()"/>
  </xsl:function>

  <!-- 'Kuznetsov follows Rusk 3 times'. -->
  <xsl:function name="f:pair-in-words" as="xs:string">
    <xsl:param name="pair" as="map(xs:string, item()*)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:counted($key, $pair?times, map { 'from': f:called($pair?from), 'to': f:called($pair?to) })"/>
  </xsl:function>
</xsl:stylesheet>
