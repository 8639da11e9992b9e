<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading view: head, talk with its margins, registers, account of the edition. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="reading-blocks.xsl"/>
  <xsl:include href="reading-head.xsl"/>
  <xsl:include href="reading-text.xsl"/>
  <xsl:include href="reading-form.xsl"/>
  <xsl:include href="reading-margin.xsl"/>
  <xsl:include href="turns.xsl"/>
  <xsl:include href="ribbon.xsl"/>
  <xsl:include href="following.xsl"/>
  <xsl:include href="conversation.xsl"/>
  <xsl:include href="answers.xsl"/>
  <xsl:include href="answers-picture.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="about.xsl"/>

  <!-- Registers stand on this page. -->
  <xsl:variable name="register" as="xs:string" select="''"/>

  <xsl:variable name="last-slot" as="xs:integer" select="200"/>

  <!-- Placed notes take no room of their own: from any block to the end they must not be longer than the text beside them, or they would run into what follows. -->
  <xsl:function name="f:notes-fit" as="xs:boolean">
    <xsl:param name="blocks" as="node()*"/>
    <xsl:iterate select="reverse($blocks[self::*])" xpath-default-namespace="http://www.w3.org/1999/xhtml">
      <xsl:param name="room" as="xs:double" select="3"/>
      <xsl:on-completion select="true()"/>
      <!-- In lines of the text, which holds 62 characters; of the notes 36, and a line of theirs is less high. -->
      <xsl:variable name="notes" as="element()*" select=".//li[contains-token(@class, 'note')]"/>
      <xsl:variable name="of-notes" as="xs:double" select="sum($notes ! (0.65 * ceiling(string-length(.) div 36) + 0.4))"/>
      <xsl:variable name="of-text" as="xs:double" select="(string-length(.) - sum($notes ! string-length(.))) div 62 + 1"/>
      <xsl:variable name="left" as="xs:double" select="$room + $of-text - $of-notes"/>
      <xsl:choose>
        <xsl:when test="$left lt 0"><xsl:break select="false()"/></xsl:when>
        <xsl:otherwise><xsl:next-iteration><xsl:with-param name="room" select="$left"/></xsl:next-iteration></xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="$document-title || (if ($site-title) then ' – ' || $site-title else '')"/>
      <xsl:with-param name="description" select="$description"/>
      <xsl:with-param name="kind" select="'reading'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <xsl:if test="exists($turns)"><link rel="stylesheet" href="{$assets}/talk.css"/></xsl:if>
        <xsl:call-template name="citing-metadata"/>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'reading'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <xsl:call-template name="head"/>
          <xsl:call-template name="ribbon"/>
          <xsl:choose>
            <xsl:when test="count($margin) = 1 to $last-slot">
              <xsl:variable name="shown" as="node()*"><xsl:apply-templates select="$talk" mode="reading"/></xsl:variable>
              <xsl:call-template name="talk">
                <xsl:with-param name="class" select="if (f:notes-fit($shown)) then 'talk placed' else 'talk'"/>
                <xsl:with-param name="shown" select="$shown"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="talk"><xsl:with-param name="class" select="if (empty($margin)) then 'talk placed' else 'talk'"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
          <div class="back">
            <xsl:call-template name="conversation"/>
            <xsl:call-template name="answers"/>
            <xsl:call-template name="registers"/>
            <xsl:call-template name="about"/>
          </div>
        </article>
        <xsl:call-template name="cite-box"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="talk" as="element()">
    <xsl:param name="class" as="xs:string"/>
    <!-- The blocks of the talk, where they had to be made before; a long text is not held twice. -->
    <xsl:param name="shown" as="node()*"/>
    <section class="{$class}" aria-labelledby="conversation">
      <xsl:sequence select="f:in-language($lang)"/>
      <h2 id="conversation" class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('the-conversation')}</h2>
      <xsl:choose>
        <xsl:when test="exists($shown)"><xsl:sequence select="$shown"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$talk" mode="reading"/></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
